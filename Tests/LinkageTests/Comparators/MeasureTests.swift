import Testing

@testable import Linkage

@Suite struct `comparison of numbers and places` {
  @Test func `measures numbers by difference and by share`() {
    #expect(NumberComparison.absoluteDifference(3, 5) == 2)
    #expect(NumberComparison.absoluteDifference(5, 3) == 2)
    for (left, right, percent) in [
      (90.0, 100.0, 10.0), (-100, -90, 10), (0, 5, 100), (-5, 5, 200),
    ] {
      #expect(NumberComparison.isWithin(percent: percent, left, right))
      #expect(NumberComparison.isWithin(percent: percent, right, left))
      #expect(!NumberComparison.isWithin(percent: percent.nextDown, left, right))
    }
    #expect(NumberComparison.isWithin(percent: 0, 0, 0))
  }

  struct Journey: CustomTestStringConvertible, Sendable {
    let name: String
    let from: (Double, Double)
    let to: (Double, Double)
    let kilometres: Double
    var testDescription: String { name }
  }

  static let journeys = [
    Journey(name: "nowhere", from: (51.5, -0.12), to: (51.5, -0.12), kilometres: 0),
    // A degree of a great circle is 6371 π / 180.
    Journey(name: "a degree north", from: (51, 0), to: (52, 0), kilometres: 111.194_926_644_558_7),
    Journey(
      name: "a degree along the equator", from: (0, 0), to: (0, 1),
      kilometres: 111.194_926_644_558_7),
    Journey(name: "half round", from: (0, 0), to: (0, 180), kilometres: 20_015.086_796_020_572),
    Journey(name: "pole to pole", from: (90, 0), to: (-90, 40), kilometres: 20_015.086_796_020_572),
    Journey(
      name: "across the date line", from: (0, 179.5), to: (0, -179.5),
      kilometres: 111.194_926_644_558_7),
    // By the angle between the two directions from the centre.
    Journey(
      name: "London to Manchester", from: (51.5074, -0.1278), to: (53.4808, -2.2426),
      kilometres: 261.982808343),
  ]

  @Test(arguments: journeys)
  func `measures journeys on a sphere`(journey: Journey) {
    let from = GeographicPoint(latitude: journey.from.0, longitude: journey.from.1)
    let to = GeographicPoint(latitude: journey.to.0, longitude: journey.to.1)
    let seen = GeographicDistance.kilometres(from, to)
    #expect(abs(seen - journey.kilometres) <= 1e-6)
    #expect(GeographicDistance.isWithin(seen, from, to))
    #expect(GeographicDistance.isWithin(seen.nextDown, from, to) == false)
    #expect(GeographicDistance.kilometres(to, from) == seen)
  }
}

@Suite struct `short forms of a name` {
  @Test func `an initial stands for a name`() {
    #expect(isInitial("J", "JOHN"))
    #expect(isInitial("JOHN", "J"))
    #expect(isInitial("J", "J"))
    #expect(!isInitial("J", "ANNE"))
    #expect(!isInitial("JO", "JOHN"))
    #expect(!isInitial("", "JOHN"))
    #expect(!isInitial("", ""))
  }

  private func isInitial(_ left: String, _ right: String) -> Bool {
    InitialsComparison.isInitial(bytes(left).span, bytes(right).span)
  }
}
