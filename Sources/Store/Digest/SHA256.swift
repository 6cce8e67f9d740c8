// SHA-256 as FIPS 180-4 defines it; section numbers below are of that standard.
//
// Whole blocks are taken where they lie, without a copy; only what is left over between two
// updates is kept. Nothing is allocated. Where the processor has instructions for it, blocks are
// given to them; otherwise the rounds below are written out so that the eight working variables
// change their names instead of being moved.

import CSQLite

/// A SHA-256 digest, fed in pieces.
public struct SHA256: Sendable {
  private var state: [8 of UInt32] = [
    // Section 5.3.3: the fractional parts of the square roots of the first eight primes.
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var pending: [64 of UInt8] = .init(repeating: 0)
  private var pendingCount = 0
  private var count: UInt64 = 0
  private let usesInstructions: Bool

  /// A digest of nothing yet.
  public init() {
    self.init(usesInstructions: true)
  }

  /// A digest that may be kept from the processor's own instructions, so that both ways are tested.
  init(usesInstructions: Bool) {
    self.usesInstructions = usesInstructions && Self.hasInstructions
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// Ends the digest.
  ///
  /// - Returns: 32 bytes.
  public consuming func finalize() -> [UInt8] {
    // Section 5.1.1: a one bit, zeros, and the length in bits, up to a whole block.
    let bits = count &* 8
    var tail = [UInt8](repeating: 0, count: (pendingCount < 56 ? 64 : 128) - pendingCount)
    tail[0] = 0x80
    for index in 0..<8 {
      tail[tail.count - 1 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(index * 8))
    }
    update(tail)
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for index in state.indices {
      for shift in [24, 16, 8, 0] as [UInt32] {
        digest.append(UInt8(truncatingIfNeeded: state[index] >> shift))
      }
    }
    return digest
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    count &+= UInt64(bytes.count)
    var next = 0
    if pendingCount > 0 {
      next = min(64 - pendingCount, bytes.count)
      unsafe keep(start, next)
      guard pendingCount == 64 else { return }
      let block = pending
      unsafe block.span.withUnsafeBytes { block in
        if let start = block.baseAddress { unsafe compress(start, blocks: 1) }
      }
      pendingCount = 0
    }
    let blocks = (bytes.count - next) / 64
    if blocks > 0 { unsafe compress(start + next, blocks: blocks) }
    next += blocks * 64
    if next < bytes.count { unsafe keep(start + next, bytes.count - next) }
  }

  /// Keeps what does not fill a block.
  private mutating func keep(_ start: UnsafeRawPointer, _ added: Int) {
    for index in 0..<added {
      pending[pendingCount + index] = unsafe start.load(fromByteOffset: index, as: UInt8.self)
    }
    pendingCount += added
  }
}

extension SHA256 {
  /// Asked of the processor once.
  static let hasInstructions = placewise_sha256_is_supported() != 0

  /// Takes whole blocks.
  private mutating func compress(_ start: UnsafeRawPointer, blocks: Int) {
    var state = state
    var span = state.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer { state in
      unsafe Self.constants.span.withUnsafeBufferPointer { constants in
        guard let state = state.baseAddress, let constants = constants.baseAddress else { return }
        if usesInstructions {
          unsafe placewise_sha256_blocks(state, constants, start, blocks)
        } else {
          for block in 0..<blocks { unsafe Self.compress(start + block * 64, state, constants) }
        }
      }
    }
    self.state = state
  }

  /// Takes one block, section 6.2.2.
  private static func compress(
    _ start: UnsafeRawPointer, _ state: UnsafeMutablePointer<UInt32>,
    _ constants: UnsafePointer<UInt32>
  ) {
    var words: [16 of UInt32] = .init(repeating: 0)
    for index in 0..<16 {
      words[index] = unsafe UInt32(
        bigEndian: start.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }
    var (a, b, c, d) = unsafe (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = unsafe (state[4], state[5], state[6], state[7])
    var turn = 0
    while turn < 64 {
      if turn > 0 { extend(&words) }
      var index = 0
      while index < 16 {
        let key = unsafe constants + (turn &+ index)
        round(a, b, c, &d, e, f, g, &h, unsafe words[unchecked: index] &+ key[0])
        round(h, a, b, &c, d, e, f, &g, unsafe words[unchecked: index &+ 1] &+ key[1])
        round(g, h, a, &b, c, d, e, &f, unsafe words[unchecked: index &+ 2] &+ key[2])
        round(f, g, h, &a, b, c, d, &e, unsafe words[unchecked: index &+ 3] &+ key[3])
        round(e, f, g, &h, a, b, c, &d, unsafe words[unchecked: index &+ 4] &+ key[4])
        round(d, e, f, &g, h, a, b, &c, unsafe words[unchecked: index &+ 5] &+ key[5])
        round(c, d, e, &f, g, h, a, &b, unsafe words[unchecked: index &+ 6] &+ key[6])
        round(b, c, d, &e, f, g, h, &a, unsafe words[unchecked: index &+ 7] &+ key[7])
        index &+= 8
      }
      turn &+= 16
    }
    let end: [8 of UInt32] = [a, b, c, d, e, f, g, h]
    for index in 0..<8 { unsafe state[index] &+= end[index] }
  }

  /// One round: `d` becomes the next `e`, and `h` the next `a`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ keyed: UInt32
  ) {
    let choice = (e & (f ^ g)) ^ g
    let majority = (a & b) | (c & (a | b))
    let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ keyed
    d = d &+ first
    h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
  }

  /// The next sixteen words of the schedule in the place of the last.
  @inline(__always)
  private static func extend(_ words: inout [16 of UInt32]) {
    for index in 0..<16 {
      let early = unsafe words[unchecked: (index &+ 1) & 15]
      let late = unsafe words[unchecked: (index &+ 14) & 15]
      let sum = rotated(early, 7) ^ rotated(early, 18) ^ (early &>> 3)
      let other = rotated(late, 17) ^ rotated(late, 19) ^ (late &>> 10)
      let middle = unsafe words[unchecked: (index &+ 9) & 15]
      unsafe words[unchecked: index] &+= sum &+ middle &+ other
    }
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }

  /// Section 4.2.2: the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [64 of UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
