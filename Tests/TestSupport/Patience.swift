internal import FoundationEssentials

/// How long tests may take before they are thought to hang.
public enum Patience {
  /// As many minutes as a test asks for, and more where a sanitizer slows down everything that runs beside it.
  public static func minutes(_ count: Int) -> Int { isSanitized ? count * 60 : count }

  private static let isSanitized =
    ProcessInfo.processInfo.environment["KINDRED_SANITIZED"] != nil
}
