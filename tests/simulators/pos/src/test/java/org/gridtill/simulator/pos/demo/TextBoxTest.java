package org.gridtill.simulator.pos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBoxTest {

  @Test
  void drawsABoxAroundWideCharacters() {
    assertThat(TextBox.around("张三\nabcde"))
        .containsExactly("+-------+", "| 张三  |", "| abcde |", "+-------+");
  }
}
