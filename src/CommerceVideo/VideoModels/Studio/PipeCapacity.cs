using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>A frame of 3 MB through a pipe of 64 KB is fifty waits; through one of 1 MB it is three.</summary>
internal static partial class PipeCapacity
{
    private const int SetPipeSize = 1031;
    private const int Wanted = 1 << 20;

    public static void Widen(Stream stream)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Refused where the user's pipe budget is spent; the pipe then works as it is.
        switch (stream)
        {
            case PipeStream pipe:
                _ = Control(pipe.SafePipeHandle, SetPipeSize, Wanted);
                break;
            case FileStream file:
                _ = Control(file.SafeFileHandle, SetPipeSize, Wanted);
                break;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(SafeHandle handle, int command, int argument);
}
