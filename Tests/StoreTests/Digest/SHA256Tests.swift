import Foundation
import TestSupport
import Testing

@testable import Store

@Suite struct SHA256Tests {
  struct Vector: Sendable {
    let message: [UInt8]
    let digest: String
  }

  static func text(_ text: String, _ digest: String) -> Vector {
    Vector(message: Array(text.utf8), digest: digest)
  }

  static func repeated(_ byte: UInt8, _ count: Int, _ digest: String) -> Vector {
    Vector(message: Array(repeating: byte, count: count), digest: digest)
  }

  /// FIPS 180-2 appendix B, NIST's "SHA-2 Additional Test Vectors", and CAVP SHA256ShortMsg.
  static let vectors = [
    text("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    text("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    text(
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    text(
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    repeated(0xd3, 1, "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    repeated(0xbd, 1, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    Vector(
      message: [0xc9, 0x8c, 0x8e, 0x55],
      digest: "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
    repeated(0, 55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    repeated(0, 56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    repeated(0, 57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    repeated(0, 64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    repeated(0, 1000, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"),
    repeated(0x41, 1000, "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"),
    repeated(0x55, 1005, "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"),
    repeated(0x61, 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test(arguments: vectors) func `the published digests come out`(vector: Vector) {
    #expect(SHA256.hex(of: vector.message) == vector.digest)
    var portable = SHA256(usesInstructions: false)
    portable.update(vector.message)
    #expect(SHA256.hex(portable.finalize()) == vector.digest)
  }

  @Test func `pieces of any size make the same digest in both ways`() {
    let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 7) }
    let whole = SHA256.hex(of: message)
    for size in 1...130 {
      for usesInstructions in [true, false] {
        var digest = SHA256(usesInstructions: usesInstructions)
        for start in stride(from: 0, to: message.count, by: size) {
          digest.update(Array(message[start..<min(start + size, message.count)]))
        }
        #expect(SHA256.hex(digest.finalize()) == whole, "pieces of \(size)")
      }
    }
  }

  @Test func `a copy of a digest goes its own way`() {
    var one = SHA256()
    one.update(Array("ab".utf8))
    var other = one
    one.update(Array("c".utf8))
    other.update(Array("d".utf8))
    #expect(SHA256.hex(one.finalize()) == SHA256.hex(of: "abc"))
    #expect(SHA256.hex(other.finalize()) == SHA256.hex(of: "abd"))
  }

  @Test func `a file has the digest of its bytes`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let url = scratch.url.appendingPathComponent("a")
    try Data(repeating: 0x61, count: 1_000_000).write(to: url)
    #expect(try SHA256.hex(ofFile: url.path) == Self.vectors.last?.digest)
    let absent = fileError { _ = try SHA256.hex(ofFile: url.path + "x") }
    #expect(absent?.description == "cannot open \(url.path)x: No such file or directory")
    let folder = fileError { _ = try SHA256.hex(ofFile: scratch.url.path) }
    #expect(folder?.number == EISDIR)
  }
}
