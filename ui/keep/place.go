package keep

import "time"

// PlaceDelay is how long the text must stand before its place is kept.
const PlaceDelay = time.Second

// Place is the byte offset at which a reader is in a text, saved after a delay but
// not at every row that is scrolled. The zero value has kept the beginning.
type Place struct {
	kept   int
	timing bool
}

// At is a place that was kept before.
func At(offset int) Place { return Place{kept: offset} }

// Moved takes in where the reader is, and returns after which time to call
// [Place.Keep]; 0 if there is no need to.
func (p *Place) Moved(offset int) time.Duration {
	if p.timing || offset == p.kept {
		return 0
	}
	p.timing = true
	return PlaceDelay
}

// Keep notes that the place is being kept.
func (p *Place) Keep(offset int) { *p = Place{kept: offset} }
