/// What a number handed to a method is, so that a refusal can name it.
public enum Quantity: String, Sendable, Hashable, CaseIterable {
  case count, denominator, population, value, weight, confidence, multiplier, time, mean
  case lowerLimit = "lower limit"
  case upperLimit = "upper limit"
  case standardError = "standard error"
  case standardPopulation = "standard population"
  case referenceCount = "reference count"
  case referencePopulation = "reference population"
  case referenceValue = "reference value"
  case frequency = "number of events per person"
  case deaths = "number of deaths"
  case startAge = "start age"
  case benchmark
  case probability
  case groups = "number of groups"
  case horizon
  case years = "number of years"
  case smoothing = "smoothing parameter"
  case state = "starting state"
  case degrees = "degrees of freedom"
  case shape
  case rate
  case kind = "type"
  case expected = "expected count"
  case average
}
