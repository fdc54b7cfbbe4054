/// What one programme pays for and what it asks for it, as its file under `pipelines/claims` states it.
public struct ClaimScheme: Hashable, Sendable {
  /// The scheme's name: `tf1-2012`.
  public var name: String
  /// What people call it.
  public var title: String
  /// The version of the file.
  public var version: String
  /// What may be claimed once: claims on one path bar each other, whatever their scheme.
  public var path: String
  /// Other paths whose claims bar one on this path.
  public var barredBy: [String]
  /// The criteria packs whose snapshots may be claimed under it.
  public var packs: [String]
  /// How many criteria a snapshot has to meet at least.
  public var criteriaNeeded: Int
  /// How many days before the claim a window may end, so that sources which arrive late cover all of it.
  public var lateDays: Int
  /// Each problem with the criteria that show it.
  public var problems: [Problem]
  /// The elements of results.
  public var elements: [Element]
  /// The results that can be claimed.
  public var results: [Result]
  /// What is paid.
  public var rates: Rates
  /// How claims are checked before they are submitted.
  public var audit: AuditRules

  /// A problem that a family may have.
  public struct Problem: Hashable, Sendable {
    /// Its name in the scheme.
    public var name: String
    /// The criteria of the packs that show it.
    public var criteria: [String]
  }

  /// Something that has to come about.
  public struct Element: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What people call it.
    public var title: String
    /// The problems that it answers.
    public var problems: [String]
    /// When it is asked.
    public var asked: Asking
    /// How it is measured.
    public var measure: Measure
  }

  /// When an element is asked of a family.
  public enum Asking: String, Hashable, Sendable, CaseIterable {
    /// Of every family; it says by its own counts whether the problem was there.
    case always
    /// Of families in which one of its problems was found at attachment or later.
    case identified
  }

  /// Something that is paid for.
  public struct Result: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What people call it.
    public var title: String
    /// What has to hold whatever the family's problems are.
    public var gates: [String]
    /// What has to come about where it is relevant, one of them at least.
    public var elements: [String]
    /// The result that it is an addition to; nil for one that stands alone.
    public var addsTo: String?
    /// Whether every problem of the family needs an element that answers it.
    public var coversAllProblems: Bool
  }

  /// How claims are checked before they are submitted.
  public struct AuditRules: Hashable, Sendable {
    /// How many percent of a window's claims are drawn at least.
    public var ratePercent: Int
    /// How many claims are drawn at least.
    public var least: Int
    /// Up to how many percent of failed claims the rest is accepted with the sample.
    public var toleratedPercent: Int
    /// From how many times the usual number of a window on somebody has to explain the volume.
    public var volumeTimes: Int
  }

  /// The element with the name.
  public func element(named name: String) -> Element? { elements.first { $0.name == name } }

  /// The result with the name.
  public func result(named name: String) -> Result? { results.first { $0.name == name } }

  /// The problems that a list of criteria shows, in the scheme's order.
  public func problems(of criteria: [String]) -> [String] {
    problems.filter { $0.criteria.contains { criteria.contains($0) } }.map(\.name)
  }
}
