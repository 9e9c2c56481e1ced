using System.Net;
using Amazon.Runtime;

namespace LakeTools.Aws;

/// <summary>Makes one kind of exception: a constructor of its class.</summary>
/// <param name="message">The service's text.</param>
/// <param name="innerException">The transport's exception.</param>
/// <param name="errorType">The source of the error.</param>
/// <param name="errorCode">The code on the wire.</param>
/// <param name="requestId">The request's id.</param>
/// <param name="statusCode">The HTTP status.</param>
/// <returns>The exception.</returns>
public delegate AmazonServiceException ErrorFactory(string? message, Exception? innerException, ErrorType errorType, string? errorCode,
    string? requestId, HttpStatusCode statusCode);
