import Testing

@testable import Vocabulary

@Suite struct PersonNameTests {
  struct Shape: CustomTestStringConvertible {
    var field: String
    var given: String
    var surname: String
    var testDescription: String { field }
    init(_ field: String, _ given: String, _ surname: String) {
      (self.field, self.given, self.surname) = (field, given, surname)
    }
  }

  static let shapes = [
    Shape("John Smith", "John", "Smith"),
    Shape("SMITH, John", "John", "Smith"),
    Shape("SMITH, John (Jack)", "John", "Smith"),
    Shape("John Paul SMITH", "John Paul", "Smith"),
    Shape("SMITH John (123456)", "John", "Smith"),
    Shape("SMITH-JONES, Mary", "Mary", "Smith-Jones"),
    Shape("Mr & Mrs J Smith", "J", "Smith"),
    Shape("O NEIL, Sean", "Sean", "O'Neil"),
    Shape("Sean O'NEIL", "Sean", "O'Neil"),
    Shape("Ann Mc Donald", "Ann", "McDonald"),
    Shape("Maria de Souza", "Maria", "de Souza"),
    Shape("DE SOUZA, MARIA", "Maria", "de Souza"),
    Shape("Al Smith", "Al", "Smith"),
    Shape("Van Morrison", "Van", "Morrison"),
    Shape("Ahmed bin Ali", "Ahmed", "bin Ali"),
  ]

  @Test(arguments: shapes) func shape(_ shape: Shape) {
    let name = PersonName.parse(full: shape.field)
    #expect(name.givenNames.text == shape.given)
    #expect(name.surname.text == shape.surname)
  }
}
