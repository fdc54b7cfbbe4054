/// The place of a record among all records of a linkage, counted from zero.
public typealias RecordNumber = Int32
