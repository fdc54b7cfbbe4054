import Glibc

/// Who runs the program.
public enum Account {
  /// The account's name, or its number where it has none.
  public static var name: String {
    let number = getuid()
    guard let entry = unsafe getpwuid(number), let name = unsafe entry.pointee.pw_name else {
      return "\(number)"
    }
    return unsafe String(cString: name)
  }

  /// The number of this process.
  public static var process: Int32 { getpid() }

  /// Makes every file that this process makes from now on its owner's alone, unless it is made otherwise on purpose.
  ///
  /// SQLite makes its files and journals as the mask says, and they hold personal data.
  public static func keepFilesPrivate() {
    umask(0o077)
  }
}
