import Testing

@testable import Store

@Suite struct PassingDigestTests {
  @Test(arguments: [true, false])
  func `is the digest of all pieces, wherever the work is done`(onThread: Bool) {
    let message = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 7) }
    for size in [1 << 10, 300_000, 700_000] {
      let digest = PassingDigest(onThread: onThread)
      for start in stride(from: 0, to: message.count, by: size) {
        digest.add(message.span.extracting(start..<min(start + size, message.count)))
      }
      let found = digest.finish()
      #expect(found.sha256 == SHA256.hex(of: message), "pieces of \(size)")
      #expect(found.bytes == message.count)
    }
  }

  @Test func `of nothing is the published digest of nothing`() {
    let found = PassingDigest().finish()
    #expect(
      found.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(found.bytes == 0)
  }
}
