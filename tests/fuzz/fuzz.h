/* fuzz.h: what a fuzzer of ours defines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* As libFuzzer wants it: looks at any bytes at all, aborts when something is
 * wrong, returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *bytes,
                            size_t         length);
