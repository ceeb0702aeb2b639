package relevance

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"almanac/index/pack"
	"almanac/wasm/engine"
)

// TestDamagedStatisticsAreErrors asks over packs of which one chunk is changed:
// the answer is a result or an error that names damage, and the next search with
// sound chunks answers.
func TestDamagedStatisticsAreErrors(t *testing.T) {
	e, r := openSample(t)
	random := rand.New(rand.NewPCG(5, 5))
	damages := 0
	for range 400 {
		fresh, err := engine.Open(r.Payload)
		if err != nil {
			t.Fatal(err)
		}
		bad := random.IntN(r.Root.Chunks())
		fetch := func(n int) ([]byte, error) {
			payload, err := r.Chunk(n)
			if err != nil || n != bad {
				return payload, err
			}
			payload = bytes.Clone(payload)
			if random.IntN(3) == 0 {
				return payload[:random.IntN(len(payload))], nil
			}
			payload[random.IntN(len(payload))] ^= byte(1 + random.IntN(255))
			return payload, nil
		}
		_, err = fresh.Begin(engine.Request{Text: "more than 2000 people prosecuted for cybercrime in 2020"}).Run(fetch)
		var damage *pack.Error
		if errors.As(err, &damage) {
			damages++
			if damage.Code != pack.CodeDamaged || damage.Chunk == "" {
				t.Errorf("%+v", damage)
			}
		} else if err != nil {
			t.Error(err)
		}
	}
	if damages == 0 {
		t.Error("no damage was found")
	}
	if result, err := e.Begin(engine.Request{Text: "more than 100000 people"}).Run(r.Chunk); err != nil || len(result.Statistics) != 5 {
		t.Errorf("%v %v", result, err)
	}
}
