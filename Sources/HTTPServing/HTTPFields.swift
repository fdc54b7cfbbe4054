/// Names and values in the order in which they came: of a query, a form, headers or cookies.
public struct HTTPFields: Hashable, Sendable {
  /// One name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// A name and its value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All of them.
  public private(set) var fields: [Field]

  /// Gathers fields.
  public init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// The first value of a name.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// Every value of a name.
  public func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Adds a field at the end.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name, value))
  }

  /// Sets a field, in place of all that have its name.
  public mutating func set(_ name: String, _ value: String) {
    fields.removeAll { $0.name == name }
    add(name, value)
  }
}
