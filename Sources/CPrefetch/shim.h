// Swift has no way to ask for memory ahead of its use; C compilers have one, without a library.
#ifndef CPREFETCH_SHIM_H
#define CPREFETCH_SHIM_H

/// Asks the processor to fetch what stands at a place. It never fails, whatever the place is.
static inline __attribute__((always_inline)) void prefetch(const void *place) {
  __builtin_prefetch(place);
}

#endif
