import Glibc
import KindredCommand

exit(await KindredProgram.main())
