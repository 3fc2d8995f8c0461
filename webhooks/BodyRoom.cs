namespace CommerceVideo.Webhooks;

/// <summary>The memory all request bodies together may hold, so that a storm of large ones cannot take the machine down.</summary>
internal sealed class BodyRoom(long bytes)
{
    private long _left = bytes;

    public bool TryTake(int wanted)
    {
        if (Interlocked.Add(ref _left, -wanted) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, wanted);
        return false;
    }

    public void GiveBack(int taken) => Interlocked.Add(ref _left, taken);
}
