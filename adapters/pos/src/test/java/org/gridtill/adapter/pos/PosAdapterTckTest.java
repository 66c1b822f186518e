package org.gridtill.adapter.pos;

import java.time.ZoneId;
import java.util.List;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.tck.TerminalAdapterTck;
import org.gridtill.api.tck.TerminalExample;

/** The compatibility kit, on the examples of the protocol's page. */
class PosAdapterTckTest extends TerminalAdapterTck {

  private static final Documentation PAGE = DocumentedExamplesTest.PAGE;

  @Override
  protected TerminalAdapter adapter() {
    return new PosAdapter(ZoneId.of("Asia/Shanghai"));
  }

  @Override
  protected List<TerminalExample> examples() {
    return Scenario.EXAMPLES.stream()
        .filter(example -> example.request() != null)
        .map(
            example ->
                new TerminalExample(
                    example.name(),
                    PAGE.frame(example.name() + "-request"),
                    example.request(),
                    example.reply(),
                    PAGE.frame(example.name() + "-answer")))
        .toList();
  }

  @Override
  protected TerminalSession session() {
    return Scenario.session();
  }
}
