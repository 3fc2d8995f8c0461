using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>
/// The pipe that frames go down. On Linux it is made wide, and frames are lent to it by page instead of being copied into it:
/// copying costs as much processor as drawing them. Elsewhere it is an ordinary stream.
/// </summary>
internal sealed partial class FramePipe
{
    private const int SetPipeSize = 1031;
    private const int Wanted = 1 << 20;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    private readonly Stream _stream;

    private readonly SafeHandle? _handle;

    private bool _lends;

    public FramePipe(Stream stream)
    {
        _stream = stream;
        _handle = OperatingSystem.IsLinux() ? HandleOf(stream) : null;
        // A frame of 3 MB through a pipe of 64 KB is fifty waits. Refused where the user's pipe budget is spent.
        Capacity = _handle is null ? 0 : Math.Max(0, Control(_handle, SetPipeSize, Wanted));
        _lends = Capacity > 0;
    }

    /// <summary>Bytes of frames sent that may still be unread, and so must not be drawn over; 0 where frames are copied.</summary>
    public int Capacity { get; }

    /// <summary>Sends a frame that stays as it is until <see cref="Capacity"/> more bytes were sent.</summary>
    public async Task LendAsync(FrameBuffer frame, CancellationToken ct)
    {
        var sent = _lends ? await Task.Run(() => Lent(frame), ct) : 0;
        if (sent < frame.Length)
        {
            await CopyAsync(frame, sent, ct);
        }
    }

    /// <summary>Sends a frame of which nothing is needed any more once it is sent; all lent before it is read by then but for <see cref="Capacity"/>.</summary>
    public Task CopyAsync(FrameBuffer frame, CancellationToken ct) => CopyAsync(frame, 0, ct);

    private Task CopyAsync(FrameBuffer frame, int from, CancellationToken ct) =>
        Task.Run(() => _stream.WriteAsync(frame.Memory[from..], ct).AsTask(), ct);

    /// <summary>How many bytes the pipe took; fewer than all where it lends nothing.</summary>
    private int Lent(FrameBuffer frame)
    {
        var sent = 0;
        while (sent < frame.Length)
        {
            var piece = new Piece { Start = frame.Address + sent, Length = frame.Length - sent };
            var taken = Splice(_handle!, in piece, 1, 0);
            var error = taken < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (error == BrokenPipe)
            {
                throw new IOException("The reader closed the pipe.");
            }

            if (error is not (0 or Interrupted))
            {
                _lends = false;
                break;
            }

            sent += Math.Max(0, (int)taken);
        }

        return sent;
    }

    private static SafeHandle? HandleOf(Stream stream) =>
        stream switch
        {
            PipeStream pipe => pipe.SafePipeHandle,
            FileStream file => file.SafeFileHandle,
            _ => null,
        };

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(SafeHandle handle, int command, int argument);

    [LibraryImport("libc", EntryPoint = "vmsplice", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Splice(SafeHandle pipe, in Piece pieces, nuint count, uint flags);

    [StructLayout(LayoutKind.Sequential)]
    private struct Piece
    {
        public nint Start;
        public nint Length;
    }
}
