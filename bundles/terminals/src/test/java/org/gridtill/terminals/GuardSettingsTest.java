package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The words of the guards' settings. */
class GuardSettingsTest {

  @Test
  void wordsSayWhatAKindProves() {
    assertThat(Proof.of("pos", "card", " PIN ", "sim"))
        .isEqualTo(new Proof(true, true, true, false));
    assertThat(Proof.of("pos", "card, pin,sim")).isEqualTo(new Proof(true, true, true, false));
    assertThat(Proof.of("kiosk", "sim")).isEqualTo(new Proof(false, false, true, false));
    assertThat(Proof.of("pc", "certificate,card")).isEqualTo(new Proof(true, false, false, true));
    assertThat(Proof.of("pc", "certificate").isNothing()).as("opens no shift").isTrue();
    assertThat(Proof.of("pc", "").isNothing()).isTrue();
    assertThat(Proof.of("pc").isNothing()).isTrue();
  }

  @Test
  void aWrongWordIsNamedWithItsKey() {
    assertThatThrownBy(() -> Proof.of("pos", "card", "fingerprint"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "org.gridtill.guards: pos knows card, pin, sim and certificate, but not fingerprint");
    assertThatThrownBy(() -> Proof.of("pc", "pin"))
        .hasMessage("org.gridtill.guards: pc asks for the PIN of a card, but for no card");
  }
}
