package corpus

import "rawi/model/detect/table"

// index is records found by fingerprints. Keys are spread over buckets by the
// high bits of their hash; starts says where each bucket's records begin. That
// takes less room than open addressing, which must leave slots free, and a search
// reads one bucket: four to seven records.
type index struct {
	mask   uint32 // buckets less one; buckets are a power of two
	starts string // 4 bytes for each bucket and the end: a count of records
	data   string // records: 4 bytes of fingerprint, then the value
	size   int    // of a record
}

const fingerprintSize = 4

// find is the value of a key.
func find[K string | []byte](x *index, key K) (value string, ok bool) {
	if x.data == "" {
		return "", false
	}
	bucket, fingerprint := place(key, x.mask)
	i, end := int(table.Number(x.starts[4*bucket:])), int(table.Number(x.starts[4*bucket+4:]))
	for ; i < end; i++ {
		if r := x.data[i*x.size : (i+1)*x.size]; table.Number(r) == fingerprint {
			return r[fingerprintSize:], true
		}
	}
	return "", false
}

func (x *index) len() int {
	if x.size == 0 {
		return 0
	}
	return len(x.data) / x.size
}

// falseHits is how likely a key that is not there is found: as many fingerprints
// are compared as a bucket has records on average.
func (x *index) falseHits() float64 {
	return float64(x.len()) / float64(x.mask+1) / (1 << 32)
}

// place is where a key belongs: its bucket, and what tells it from others there.
func place[K string | []byte](key K, mask uint32) (bucket, fingerprint uint32) {
	h := table.Fold(table.Hash(key))
	return uint32(h>>32) & mask, uint32(h)
}
