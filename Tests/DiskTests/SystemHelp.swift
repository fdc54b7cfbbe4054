import Glibc

@testable import Disk

func openToWrite(_ path: String) throws -> Int32 {
  try retrying("open", Path(path)) { unsafe open(path, O_WRONLY | O_CLOEXEC) }
}

func interrupted() -> Int {
  errno = EINTR
  return -1
}

func ownProcess() -> Int32 { getpid() }
