using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace CommerceVideo.Tests.Architecture;

/// <summary>The metadata tokens in a method's instructions: what it calls, reads, makes and catches (ECMA-335, III).</summary>
internal static class InstructionTokens
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields()
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value, static code => code.OperandType);

    public static IEnumerable<EntityHandle> Of(MethodBodyBlock body)
    {
        var tokens = new List<EntityHandle>();
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            value = value == 0xFE ? 0xFE00 | code.ReadByte() : value;
            switch (Operands[value])
            {
                case OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType
                or OperandType.InlineSig:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var cases = code.ReadInt32();
                    code.Offset += 4 * cases;
                    break;
                case var operand:
                    code.Offset += Length(operand);
                    break;
            }
        }

        return tokens;
    }

    private static int Length(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
