/// A value with the path of the block that it was read from, such as `activities[2]`.
struct Placed<Value> {
  let path: String
  let value: Value
}
