#pragma warning disable IDE0060, CA1822, CA1052, CA1040, CA1032, CA1064, MA0038, MA0041, MA0036, CA1018, S2094 // Each type is one way to name another; that is all it is for.
namespace CommerceVideo.Tests.Architecture.WrongWays.Publishing
{
    internal interface ILater;

    internal sealed class LaterException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class LaterAttribute : Attribute;

    internal static class Later
    {
        public static int Value { get; set; }

        public static string Word => "later";

        public static T Make<T>()
            where T : new() => new();
    }
}

namespace CommerceVideo.Tests.Architecture.WrongWays.Catalog
{
    using CommerceVideo.Tests.Architecture.WrongWays.Publishing;

    internal sealed class ByShape : ILater;

    internal sealed class ByField
    {
        public List<ILater[]>? Kept { get; set; }
    }

    internal sealed class BySignature
    {
        public void Take(IReadOnlyDictionary<string, ILater?> later) { }
    }

    internal sealed class ByConstraint<T>
        where T : ILater;

    internal sealed class ByAttribute
    {
        [Later]
        public int Marked => 1;
    }

    internal sealed class InsideAMethod
    {
        public object Call() => Later.Word.Length + 1;
    }

    internal sealed class InsideALambda
    {
        public Func<int, int> Call() =>
            static number =>
                number switch
                {
                    1 => 7,
                    2 => 9,
                    3 => 11,
                    4 => Later.Value,
                    _ => 0,
                };
    }

    internal sealed class InsideAnAsyncMethod
    {
        public async Task<string> CallAsync()
        {
            await Task.Yield();
            return Later.Word;
        }
    }

    internal sealed class ByGenericCall
    {
        public object Call() => Enumerable.Empty<ILater>();
    }

    internal sealed class ByCatch
    {
        public bool Call(Action act)
        {
            try
            {
                act();
                return true;
            }
            catch (LaterException)
            {
                return false;
            }
        }
    }

    internal sealed class ByTypeOf
    {
        public Type Call() => typeof(ILater);
    }

    internal sealed class Innocent
    {
        public string Call() => nameof(Later);
    }
}
