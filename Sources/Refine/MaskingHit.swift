/// A span of bytes that is to be masked, in the text in which it was found.
struct MaskingHit {
  var start: Int
  var end: Int
  var rule: MaskingRule
}
