package cite

// Find returns the references of a text in their order; their spans are
// disjoint and lie between runes.
func Find(text string) []Reference {
	var refs []Reference
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		if r, ok := CodeAt(text, i); ok {
			refs = append(refs, r)
			i = r.End - 1
			continue
		}
		for digitAt(text, i+1) {
			i++
		}
	}
	return refs
}
