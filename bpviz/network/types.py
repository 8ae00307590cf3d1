"""Array types used in annotations."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Indices: TypeAlias = NDArray[Any]
"""uint16 or uint32 columns of compressed rows."""
Stop: TypeAlias = NDArray[np.uint8]
"""(1,): a compiled look at many samples ends before the next one where this is not 0."""
Series: TypeAlias = tuple[Floats, Floats, Floats]
"""Loss, ‖∂W1‖_F and ‖∂W2‖_F of some steps, each (s,)."""
