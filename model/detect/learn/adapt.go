package learn

// Adapt learns what to add to a ranker's weights so that it chooses as further
// examples do; [Ranker.Adapted] adds it. What is added begins as nothing, and a round
// takes a share of it away ([Options.Decay]): it stays near the ranker as it is where
// the examples say little. The same ranker, examples and options give the same bytes.
func (r *Ranker) Adapt(examples []Contest, o Options) ([]byte, error) {
	return trainRanker(examples, o, r.Score)
}

// Adapted is the ranker with what [Ranker.Adapt] gave; the ranker itself stays as it
// is.
func (r *Ranker) Adapted(data string) (*Ranker, error) {
	more, err := OpenRanker(data)
	if err != nil {
		return nil, err
	}
	return &Ranker{r.weights, more.weights}, nil
}
