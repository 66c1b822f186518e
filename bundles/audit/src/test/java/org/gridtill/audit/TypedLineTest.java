package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "bundle:list -s | grep adapter",
        "log:display",
        "config:property-get x",
        "gridtill:agency-add A001 x 5.00; gridtill:limit-list",
        "shell:echo $.commands",
        "threads",
        "logout"
      })
  void whatLooksIsLeftOut(String line) {
    assertThat(new TypedLine(line).isKept()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "bundle:update --raw 12 file:/x.jar # bundle:update # bundle:update --raw 12 file:/x.jar",
        "bundle:list; bundle:stop 12 # bundle:stop # bundle:list; bundle:stop 12",
        "gridtill:limit-list; config:edit x # config:edit # gridtill:limit-list; config:edit x",
        "if {bundle:list} {system:shutdown -f} # system:shutdown # if {bundle:list} {system:shutdown -f}",
        "bundle:list > /etc/x # shell # bundle:list > /etc/x",
        "nonsense # nonsense # nonsense",
        "jaas:user-add eve hunter2 # jaas:user-add # jaas:user-add ***",
        "config:property-set dbPassword hunter2 # config:property-set # config:property-set dbPassword ***",
        "a:b http://token@host --password hunter2 # a:b # a:b http://token@host *** ***",
        "a:b --password 'hunter2 and more # a:b # a:b --password ***",
        "ssh:ssh host \"x --password hunter2\" # ssh:ssh # ssh:ssh host \"x --p***",
        "a:b dbPassword = hunter2 c # a:b # a:b dbPassword = *** c",
        "a:b https://host?token=hunter2 c # a:b # a:b https://host?token=*** c",
        "ssh:ssh -p hunter2 -l eve host # ssh:ssh # ssh:ssh -p *** -l eve host",
        "password-change --old \"one two\" --new three4 # password-change # password-change ***",
        "bundle:stop 1; gridtill:terminal-key T1 --component1 \"a;b c\" # terminal-key # terminal-key ***"
      })
  void anythingElseIsKeptWithoutSecrets(String line, String act, String words) {
    TypedLine typed = new TypedLine(line);
    assertThat(typed.isKept()).isTrue();
    assertThat(typed.act()).isEqualTo(act);
    assertThat(typed.words()).isEqualTo(words);
  }

  @Test
  void aLineOfAnyLengthIsRead() {
    TypedLine typed = new TypedLine("a-".repeat(50_000) + "list x\"" + "y".repeat(50_000));
    assertThat(typed.isKept()).isTrue();
    assertThat(typed.words()).hasSizeGreaterThan(150_000);
  }
}
