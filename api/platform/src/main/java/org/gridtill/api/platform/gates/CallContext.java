package org.gridtill.api.platform.gates;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** What a call knows of itself while it runs. */
@ProviderType
public interface CallContext {

  /** Returns who is called. */
  AdapterInfo adapter();

  /**
   * Does work of the platform in the middle of a call, such as asking the vault on behalf of an
   * adapter. No interrupt reaches it, since an embedded database does not survive one; what is due
   * comes when the work is done.
   *
   * @throws IllegalStateException if the call has been given up already; nothing is done then
   */
  <T> T sheltered(Supplier<T> work);
}
