<#
.SYNOPSIS
What a large lake costs: time to open it, memory, and requests a second, beside a small one.
.DESCRIPTION
Each lake is made by the server (large_lake.py seed), filled behind its back (large_lake.py fill), and opened in a process of its own.
ColdOpenMs is Start-LakeServer there, WholeMs from that process's start to the first answer. OpenMs is Start-LakeServer in a process that has
opened another lake before, FirstMs from its start to the first answer.
Needs a python3 with boto3, and Linux for the memory. Build as for Startup.ps1. Figures hold for the machine and the run; compare them with
each other only.
#>
param(
    [int[]] $Tables = @(1000, 100000),
    [double] $Seconds = 2,
    [string] $Python = 'python3',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$script = Join-Path $PSScriptRoot 'large_lake.py'
$name = 'laketools-large-' + [guid]::NewGuid().ToString('N')
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) $name)).FullName

function Start-Server([string] $Folder, [switch] $Warm) {
    $command = @"
Import-Module '$Module'
if ('$Warm' -eq 'True') { `$null = Start-LakeServer -Local '$Folder-warm' -PassThru }
`$watch = [System.Diagnostics.Stopwatch]::StartNew()
`$server = Start-LakeServer -Local '$Folder' -PassThru
`$open = `$watch.Elapsed.TotalMilliseconds
`$client = [System.Net.Sockets.TcpClient]::new('127.0.0.1', `$server.Uri.Port) # HttpClient takes longer to begin than the server
`$stream = `$client.GetStream()
`$stream.Write([System.Text.Encoding]::ASCII.GetBytes("GET / HTTP/1.1``r``nHost: 127.0.0.1``r``n``r``n"))
if (`$stream.ReadByte() -lt 0) { throw 'The server did not answer.' }
`$client.Dispose()
`$server.Uri.AbsoluteUri
`$server.AccessKey
ConvertFrom-SecureString `$server.SecretKey -AsPlainText
`$open
`$watch.Elapsed.TotalMilliseconds
((Get-Date) - [System.Diagnostics.Process]::GetCurrentProcess().StartTime).TotalMilliseconds
[void][Console]::In.ReadLine()
"@
    $start = [System.Diagnostics.ProcessStartInfo]::new($Pwsh)
    foreach ($argument in '-NoProfile', '-Command', $command) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $lines = foreach ($number in 1..6) { $process.StandardOutput.ReadLine() }
    $times = $lines[3..5] | ForEach-Object { [double]::Parse($_, [cultureinfo]::InvariantCulture) }
    [pscustomobject]@{ Process = $process; Keys = $lines[0..2]; Times = $times }
}

function Get-Memory($Process, [string] $Name) {
    [int64] ((Get-Content "/proc/$($Process.Id)/status" | Where-Object { $_ -like "$Name*" }) -replace '\D') / 1024
}

try {
    foreach ($count in $Tables) {
        $folder = Join-Path $work "lake$count"
        $server = Start-Server $folder
        & $Python $script seed @($server.Keys)
        $server.Process.StandardInput.WriteLine()
        $server.Process.WaitForExit()
        & $Python $script fill $folder $count
        $cold = Start-Server $folder
        $cold.Process.StandardInput.WriteLine()
        $cold.Process.WaitForExit()
        $server = Start-Server $folder -Warm
        $memory = Get-Memory $server.Process VmRSS
        $rates = foreach ($line in & $Python $script ask @($server.Keys) $Seconds) { $line | ConvertFrom-Json }
        $row = [ordered]@{
            Tables = $count
            OpenMs = [int] $server.Times[0]
            FirstMs = [int] $server.Times[1]
            ColdOpenMs = [int] $cold.Times[0]
            WholeMs = [int] $cold.Times[2]
            MemoryMB = [int] $memory
            PeakMB = [int] (Get-Memory $server.Process VmHWM)
        }
        foreach ($rate in $rates) { $row[$rate.operation] = [math]::Round($rate.rate) }
        [pscustomobject] $row
        $server.Process.Kill()
        $server.Process.WaitForExit()
    }
}
finally {
    foreach ($one in $server, $cold) { if ($one -and -not $one.Process.HasExited) { $one.Process.Kill() } }
    Remove-Item $work -Recurse -Force
}
