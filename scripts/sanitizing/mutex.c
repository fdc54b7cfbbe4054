// Shows the thread sanitizer what Swift's Mutex does, so that it does not take those for racing who hold it one after
// the other.
//
// A Mutex that somebody else holds is taken in Swift's own library, by spinning and by a futex. That library is not
// compiled for the sanitizer, which then sees nobody take the lock: a counter in a Mutex to which eight threads add is
// enough for a report. Loaded before that library, these functions call its own and tell the sanitizer.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

static void tell(const char *what, void *lock) {
  void (*sanitizer)(void *) = (void (*)(void *))dlsym(RTLD_DEFAULT, what);
  if (sanitizer) sanitizer(lock);
}

SWIFT void lockSlow(uint32_t thread, SELF lock) __asm__(LOCK);
SWIFT void lockSlow(uint32_t thread, SELF lock) {
  ((SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK))(thread, lock);
  tell("__tsan_acquire", lock);
}

SWIFT bool tryLockSlow(SELF lock) __asm__(TRY_LOCK);
SWIFT bool tryLockSlow(SELF lock) {
  bool isLocked = ((SWIFT bool (*)(SELF))dlsym(RTLD_NEXT, TRY_LOCK))(lock);
  if (isLocked) tell("__tsan_acquire", lock);
  return isLocked;
}

SWIFT void unlockSlow(SELF lock) __asm__(UNLOCK);
SWIFT void unlockSlow(SELF lock) {
  tell("__tsan_release", lock);
  ((SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK))(lock);
}
