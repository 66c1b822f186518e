package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2Test {

  private final Argon2 argon2 = new Argon2(64, 2);

  @Test
  void verifiesWhatTheReferenceImplementationHashed() {
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(argon2.verify("password".toCharArray(), hash)).isTrue();
    assertThat(argon2.verify("passwore".toCharArray(), hash)).isFalse();
  }

  @Test
  void hashesTheSamePasswordEachTimeAnew() {
    char[] password = "密码 with blanks".toCharArray();
    String hash = argon2.hash(password);

    assertThat(argon2.hash(password)).isNotEqualTo(hash);
    assertThat(argon2.verify(password, hash)).isTrue();
    assertThat(argon2.verify("".toCharArray(), hash)).isFalse();
    assertThat(hash).hasSizeLessThan(200).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
  }

  @Test
  void tellsWhatWasHashedWithLess() {
    String hash = argon2.hash("x".toCharArray());

    assertThat(argon2.isWeak(hash)).isFalse();
    assertThat(new Argon2(65, 2).isWeak(hash)).isTrue();
    assertThat(new Argon2(64, 3).isWeak(hash)).isTrue();
    assertThat(new Argon2(32, 1).isWeak(hash)).isFalse();
  }

  @Test
  void whatIsNoHashIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> argon2.verify("x".toCharArray(), "plain"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("plain");
  }
}
