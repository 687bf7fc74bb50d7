package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
)

// Digest is a check value of a JSON object: the first 128 bits of the SHA-256
// of all its members but "digest", in the canonical form of RFC 8785 (members
// sorted by name at every depth, no white space, the shortest escapes). Unlike
// there, numbers count as they are written and names are compared as bytes.
// Members that this program does not know count too.
//
// It tells damage from what was written; it is no signature.
type Digest [16]byte

// String is the digest in hexadecimal, as the member "digest" has it.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// What can be wrong with the digest of an object.
var (
	ErrDigest = errors.New("its digest is not that of what it says: it was changed or damaged")
	errJSON   = errors.New("it is not one whole object of JSON")
)

// Seal adds the member "digest" at the end of a JSON object that has none.
func Seal(object []byte) (sealed []byte, d Digest, err error) {
	s, _, err := digested(object)
	if err == nil && s.claim != nil {
		err = errors.New("it has a digest already")
	}
	if err != nil {
		return nil, d, err
	}
	object = bytes.TrimRight(object, " \t\r\n")
	sealed = slices.Grow(slices.Clone(object[:len(object)-1]), len(`,"digest":""}`)+2*len(d))
	if len(bytes.TrimSpace(object)) > len("{}") {
		sealed = append(sealed, ',')
	}
	return fmt.Appendf(sealed, `"digest":"%v"}`, s.digest), s.digest, nil
}

// CutSealed is the JSON object with which data begins, and its digest: the zero
// Digest if it carries none, [ErrDigest] if it carries another.
func CutSealed(data []byte) (object []byte, d Digest, err error) {
	s, rest, err := digested(data)
	if err == nil {
		d, err = s.check()
	}
	return data[:len(data)-len(rest)], d, err
}

// seal is the digest that an object has, the one that it carries, as its member
// "digest" is written, and all the rest of it in canonical form.
type seal struct {
	digest    Digest
	claim     []byte
	canonical []byte
}

// check is the digest that an object carries, if any.
func (s *seal) check() (d Digest, err error) {
	switch {
	case s.claim == nil:
		return d, nil
	case string(s.claim) != `"`+s.digest.String()+`"`:
		return d, ErrDigest
	}
	return s.digest, nil
}

func digested(data []byte) (s seal, rest []byte, err error) {
	data = space(data)
	if len(data) == 0 || data[0] != '{' {
		return s, data, errJSON
	}
	c := canonicalizer{out: make([]byte, 0, 2*min(len(data), 4096)+64)} // it is sorted behind itself
	if rest, err = c.object(data[1:], &s.claim); err != nil {
		return s, data, err
	}
	sum := sha256.Sum256(c.out)
	copy(s.digest[:], sum[:])
	s.canonical = c.out
	return s, rest, nil
}
