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
   * adapter, on a thread of the platform. No interrupt reaches it, since an embedded database does
   * not survive one; what is due comes when the work is done. Nothing of the adapter is below it on
   * the stack, so that whatever keeps a stack trace does not keep the adapter's classes.
   *
   * @throws IllegalStateException if the call has been given up already; nothing is done then
   */
  <T> T sheltered(Supplier<T> work);
}
