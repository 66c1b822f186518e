package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditFinding.Kind;
import org.gridtill.api.platform.audit.AuditRecord;
import org.junit.jupiter.api.Test;

/** Whatever is done to a trail afterwards is found. */
class ChainCheckTest {

  @Provide
  Arbitrary<List<AuditEvent>> trails() {
    return events().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<AuditEvent> events() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
    Arbitrary<String> value = text.injectNull(0.3);
    return Combinators.combine(
            text, text, text, text, Arbitraries.of(Outcome.class), value, value, text)
        .as(AuditEvent::new);
  }

  @Property
  void nothingIsFoundInWhatNobodyTouched(@ForAll("trails") List<AuditEvent> events) {
    List<AuditRecord> records = Trail.of(events);
    for (AuditRecord record : records) {
      ChainCheck check = Trail.check(records, Trail.head(records), Trail.anchor(record));
      assertThat(check.findings()).isEmpty();
      assertThat(check.records()).isEqualTo(events.size());
    }
  }

  @Property
  void anAlteredRecordIsFound(
      @ForAll("trails") List<AuditEvent> events,
      @ForAll @IntRange(max = 19) int where,
      @ForAll("events") AuditEvent other) {
    int at = where % events.size();
    List<AuditRecord> records = Trail.of(events);
    AuditRecord old = records.get(at);
    Assume.that(!other.equals(old.event()));
    AuditAnchor head = Trail.head(records);
    records.set(at, new AuditRecord(old.number(), old.at(), other, old.previousHash(), old.hash()));
    assertThat(Trail.check(records, head, null).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.ALTERED))
        .satisfies(f -> assertThat(f.number()).isEqualTo(old.number()));

    records.set(at, RecordHash.record(old.number(), old.at(), other, old.previousHash()));
    assertThat(Trail.check(records, head, null).findings())
        .as("with a hash that fits")
        .extracting(f -> f.kind())
        .containsExactly(Kind.UNLINKED);
  }

  @Property
  void anotherTimeIsFound(
      @ForAll("trails") List<AuditEvent> events, @ForAll @IntRange(max = 19) int where) {
    int at = where % events.size();
    List<AuditRecord> records = Trail.of(events);
    AuditAnchor head = Trail.head(records);
    AuditRecord old = records.get(at);
    records.set(
        at,
        new AuditRecord(
            old.number(), old.at().plusMillis(1), old.event(), old.previousHash(), old.hash()));
    assertThat(Trail.check(records, head, null).findings())
        .extracting(f -> f.kind())
        .containsExactly(Kind.ALTERED);
  }

  @Property
  void missingRecordsAreFound(
      @ForAll("trails") List<AuditEvent> events,
      @ForAll @IntRange(max = 19) int where,
      @ForAll @IntRange(min = 1, max = 20) int count) {
    int from = where % events.size();
    List<AuditRecord> records = Trail.of(events);
    AuditAnchor head = Trail.head(records);
    records.subList(from, Math.min(records.size(), from + count)).clear();
    assertThat(Trail.check(records, head, null).findings())
        .extracting(f -> f.kind())
        .containsExactly(Kind.MISSING);
  }

  @Property
  void anInsertedRecordIsFound(
      @ForAll("trails") List<AuditEvent> events,
      @ForAll @IntRange(max = 20) int where,
      @ForAll("events") AuditEvent other) {
    int at = where % (events.size() + 1);
    List<AuditRecord> records = Trail.of(events);
    AuditAnchor head = Trail.head(records);
    List<AuditRecord> more = new ArrayList<>(records.subList(0, at));
    more.add(
        RecordHash.record(at + 1, Trail.NOON, other, Trail.head(records.subList(0, at)).hash()));
    for (AuditRecord later : records.subList(at, records.size())) {
      more.add(
          new AuditRecord(
              later.number() + 1, later.at(), later.event(), later.previousHash(), later.hash()));
    }
    assertThat(Trail.check(more, head, null).findings()).isNotEmpty();
  }

  @Property
  void anotherOrderIsFound(
      @ForAll("trails") List<AuditEvent> events,
      @ForAll @IntRange(max = 19) int first,
      @ForAll @IntRange(max = 19) int second) {
    int one = first % events.size();
    int other = second % events.size();
    Assume.that(one != other);
    List<AuditRecord> records = Trail.of(events);
    AuditAnchor head = Trail.head(records);
    List<AuditRecord> swapped = new ArrayList<>(records);
    Collections.swap(swapped, one, other);
    assertThat(Trail.check(swapped, head, null).findings()).isNotEmpty();

    List<AuditRecord> renumbered =
        IntStream.range(0, swapped.size())
            .mapToObj(
                i ->
                    new AuditRecord(
                        i + 1,
                        swapped.get(i).at(),
                        swapped.get(i).event(),
                        swapped.get(i).previousHash(),
                        swapped.get(i).hash()))
            .toList();
    assertThat(Trail.check(renumbered, head, null).findings()).isNotEmpty();
  }

  @Property
  void aTrailThatWasWrittenAnewIsFoundByAnAnchorAlone(
      @ForAll("trails") List<AuditEvent> events,
      @ForAll @IntRange(max = 19) int where,
      @ForAll("events") AuditEvent other) {
    int at = where % events.size();
    Assume.that(!other.equals(events.get(at)));
    List<AuditRecord> records = Trail.of(events);
    List<AuditEvent> lies = new ArrayList<>(events);
    lies.set(at, other);
    List<AuditRecord> anew = Trail.of(lies);

    assertThat(Trail.check(anew, Trail.head(anew), null).findings()).isEmpty();
    assertThat(Trail.check(anew, Trail.head(anew), Trail.head(records)).findings())
        .extracting(f -> f.kind())
        .containsExactly(Kind.NOT_THE_ANCHORED);
  }

  @Property
  void aTailThatWasCutOffWithItsHeadIsFoundByAnAnchor(
      @ForAll("trails") List<AuditEvent> events, @ForAll @IntRange(max = 19) int where) {
    int left = where % events.size();
    List<AuditRecord> records = Trail.of(events);
    List<AuditRecord> cut = records.subList(0, left);

    assertThat(Trail.check(cut, Trail.head(cut), Trail.head(records)).findings())
        .extracting(f -> f.kind())
        .containsExactly(Kind.MISSING);
  }

  @Test
  void anEmptyTrailIsRight() {
    assertThat(Trail.check(List.of(), AuditAnchor.NONE, AuditAnchor.NONE).findings()).isEmpty();
  }

  @Test
  void saysAtMostAHundredThings() {
    List<AuditRecord> records =
        Trail.of(Collections.nCopies(300, Trail.event("A001"))).stream()
            .map(
                r -> new AuditRecord(r.number(), Trail.NOON, r.event(), r.previousHash(), r.hash()))
            .toList();
    assertThat(Trail.check(records, Trail.head(records), null).findings()).hasSize(100);
  }
}
