extension NeighbourhoodBuilder {
  mutating func addNorwich() {}
}
