namespace CommerceVideo.Media.Masks;

/// <summary>The studies used last, as many as fit in a number of bytes; several shots of one photo share one study.</summary>
internal sealed class StudyCache(long capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, PhotoStudy Study)> _recent = new();
    private long _held;

    public long Held
    {
        get
        {
            lock (_gate)
            {
                return _held;
            }
        }
    }

    /// <summary>Two callers at once may both make the study; the same is made, and one is kept.</summary>
    public PhotoStudy GetOrAdd(string key, Func<PhotoStudy> make)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var study = make();
        var size = Size(study);
        lock (_gate)
        {
            if (size <= capacity && Find(key) is null)
            {
                _recent.AddFirst((key, study));
                _held += size;
            }

            while (_held > capacity && _recent.Last is { } oldest)
            {
                _held -= Size(oldest.Value.Study);
                _recent.RemoveLast();
            }
        }

        return study;
    }

    private PhotoStudy? Find(string key)
    {
        lock (_gate)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _recent.Remove(node);
                    _recent.AddFirst(node);
                    return node.Value.Study;
                }
            }

            return null;
        }
    }

    private static long Size(PhotoStudy study) =>
        study.Photo.Rgba.LongLength + study.Mask.Alpha.LongLength + (study.Mask.Shadow?.LongLength ?? 0);
}
