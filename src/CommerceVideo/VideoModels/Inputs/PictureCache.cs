using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Inputs;

/// <summary>The pictures prepared last, as many as fit in a number of bytes: the Shots of a Brief share theirs.</summary>
internal sealed class PictureCache(long capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(PictureKey Key, PreparedPicture Picture)> _recent = new();
    private readonly Dictionary<PictureKey, LinkedListNode<(PictureKey Key, PreparedPicture Picture)>> _all = [];
    private long _held;

    public PreparedPicture? Find(PictureKey key)
    {
        lock (_gate)
        {
            if (!_all.TryGetValue(key, out var node))
            {
                return null;
            }

            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Picture;
        }
    }

    public void Keep(PictureKey key, PreparedPicture picture)
    {
        lock (_gate)
        {
            if (_all.ContainsKey(key) || picture.Jpeg.LongLength > capacity)
            {
                return;
            }

            _all[key] = _recent.AddFirst((key, picture));
            _held += picture.Jpeg.LongLength;
            while (_held > capacity && _recent.Last is { } oldest)
            {
                _recent.RemoveLast();
                _all.Remove(oldest.Value.Key);
                _held -= oldest.Value.Picture.Jpeg.LongLength;
            }
        }
    }
}

/// <summary>All that a prepared picture depends on.</summary>
/// <param name="Photo">Its content hash.</param>
internal sealed record PictureKey(string Photo, string? Subject, AspectRatio Ratio, PictureNeeds Needs);
