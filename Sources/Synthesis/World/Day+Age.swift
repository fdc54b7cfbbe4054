public import Vocabulary

extension Day {
  /// Whole years from this day to another, as ages are counted; negative when it is earlier.
  public func completedYears(to other: Day) -> Int {
    let (birth, now) = (parts, other.parts)
    let isBeforeBirthday = (now.month, now.day) < (birth.month, birth.day)
    return now.year - birth.year - (isBeforeBirthday ? 1 : 0)
  }
}
