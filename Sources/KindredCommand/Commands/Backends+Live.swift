extension Backends {
  /// The handlers of the program that people run.
  static let live = Backends(doctor: Doctor.examine)
}
