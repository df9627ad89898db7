/// Sentences on how many persons took part.
enum PersonText {
  static func range(_ persons: ClosedRange<Int>?) -> [Sentence] {
    guard let persons else { return RepresentationNote.personsUnknown.sentences }
    let count = Inline.mark(FigureKey.persons)
    return persons.lowerBound == persons.upperBound
      ? RepresentationNote.persons(count).sentences
      : RepresentationNote.personsBetween(count).sentences
  }
}
