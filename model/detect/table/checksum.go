package table

import "hash/crc32"

// Checksum is the CRC-32 (IEEE) of a string, of which it makes no copy.
func Checksum(data string) (sum uint32) {
	var buffer [4 << 10]byte
	for data != "" {
		n := copy(buffer[:], data)
		sum, data = crc32.Update(sum, crc32.IEEETable, buffer[:n]), data[n:]
	}
	return sum
}
