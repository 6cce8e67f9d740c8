#ifndef PLACEWISE_SHA256_H
#define PLACEWISE_SHA256_H

/* SHA-256 with the processor's own instructions. Swift has no name for these instructions, and
   without them a digest of a large file takes longer than loading it. The portable form, and all
   that surrounds a block, stand in Swift. */

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/* Whether this processor has the instructions: asked of the processor, as the program is built for
   all of them. */
static inline int placewise_sha256_is_supported(void) {
  unsigned int a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  if (!(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  return (b & (1u << 29)) != 0;
}

/* Takes whole blocks of 64 bytes into the state.
   The state is kept as the instructions want it: A B E F in one register, C D G H in the other. */
__attribute__((target("sha,sse4.1,ssse3"))) static inline void placewise_sha256_blocks(
    uint32_t *state, const uint32_t *constants, const void *bytes, size_t blocks) {
  const __m128i *next = (const __m128i *)bytes;
  const __m128i *keys = (const __m128i *)constants;
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i dcba = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state + 1), 0x1b);
  __m128i abef = _mm_alignr_epi8(dcba, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, dcba, 0xf0);
  for (; blocks > 0; blocks--, next += 4) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int turn = 0; turn < 16; turn++) {
      /* Four words of the schedule, from the sixteen before them; the first sixteen are the
         block's. */
      __m128i now;
      if (turn < 4) {
        now = _mm_shuffle_epi8(_mm_loadu_si128(next + turn), swap);
      } else {
        const __m128i last = words[(turn + 3) & 3];
        now = _mm_sha256msg1_epu32(words[turn & 3], words[(turn + 1) & 3]);
        now = _mm_add_epi32(now, _mm_alignr_epi8(last, words[(turn + 2) & 3], 4));
        now = _mm_sha256msg2_epu32(now, last);
      }
      words[turn & 3] = now;
      const __m128i keyed = _mm_add_epi32(now, _mm_loadu_si128(keys + turn));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)state + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

static inline int placewise_sha256_is_supported(void) { return 0; }

static inline void placewise_sha256_blocks(
    uint32_t *state, const uint32_t *constants, const void *bytes, size_t blocks) {
  (void)state, (void)constants, (void)bytes, (void)blocks;
}

#endif

#endif
