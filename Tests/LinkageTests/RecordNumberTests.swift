import Linkage
import Testing

@Test func `a record number holds two thousand million records`() {
  #expect(RecordNumber.max > 2_000_000_000)
}
