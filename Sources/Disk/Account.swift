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
}
