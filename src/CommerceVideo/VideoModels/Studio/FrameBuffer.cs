using System.Buffers;
using System.Runtime.InteropServices;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>One frame's bytes at an address that stays, from the start of a page.</summary>
internal sealed unsafe class FrameBuffer(int length) : MemoryManager<byte>
{
    private const nuint Page = 4096;

    private void* _start = NativeMemory.AlignedAlloc((nuint)length, Page);

    public int Length => length;

    public nint Address => (nint)_start;

    public override Span<byte> GetSpan() => new(_start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new((byte*)_start + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
