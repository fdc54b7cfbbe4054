/// The program that builds runs.
public enum Program {
  /// The version, which is part of what makes a run what it is.
  public static let version = "0.1.0"
}
