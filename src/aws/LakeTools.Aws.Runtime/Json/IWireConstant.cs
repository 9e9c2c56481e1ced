using Amazon.Runtime;

namespace LakeTools.Aws.Runtime.Json;

/// <summary>Makes an enum of the SDK (a ConstantClass) known to the serializer.</summary>
/// <typeparam name="T">The enum's class.</typeparam>
public interface IWireConstant<T>
    where T : ConstantClass
{
    /// <summary>The constant for a value on the wire; one that is not modelled is taken as it is.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The constant.</returns>
    static abstract T FindValue(string value);
}
