extension PersonName {
  /// Reads a field that holds a whole name in any of the usual shapes.
  ///
  /// "SURNAME, Forename (Known)", "Forename Middle SURNAME", "SMITH John (123456)",
  /// "Smith-Jones, Mary aka Mia nee Brown", "Mr & Mrs J Smith": of several people the first.
  public static func parse(full text: Span<UInt8>) -> PersonName {
    var reading = NameReading(text)
    reading.orderFullName()
    var name = reading.finish(text)
    name.noteOrder()
    return name
  }

  /// Reads a text that holds a whole name in any of the usual shapes.
  public static func parse(full text: String) -> PersonName {
    parse(full: text.utf8.span)
  }

  /// Reads every person that a field names: "Mr & Mrs J Smith" are two.
  ///
  /// The surname that they share is given to each; an initial is given to the one it stands by.
  public static func people(full text: String) -> [PersonName] {
    let first = NameReading(text.utf8.span)
    var ordered = first
    ordered.orderFullName()
    var names = [ordered.finish(text.utf8.span)]
    for person in 1..<max(1, ordered.people) {
      var reading = first
      reading.orderFullName(person: UInt8(person))
      names.append(reading.finish(text.utf8.span))
    }
    return names
  }

  /// Reads a name given in fields apiece, any of which may hold more than its heading says.
  public init(
    title: String? = nil, forename: String? = nil, middleNames: String? = nil,
    surname: String? = nil, knownAs: String? = nil, formerSurname: String? = nil
  ) {
    self.init(
      fields: NameFields(
        title: title ?? "", forename: forename ?? "", middleNames: middleNames ?? "",
        surname: surname ?? "", knownAs: knownAs ?? "", formerSurname: formerSurname ?? ""))
  }
}
