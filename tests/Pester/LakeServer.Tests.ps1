BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Connection'

    function Connect-Server($Server) {
        Connect-Lake -EndpointUrl $Server.Uri -AccessKey $Server.AccessKey -SecretKey $Server.SecretKey -Region $Server.Region -MaxRetry 0 -PassThru
    }
}

AfterAll {
    Stop-LakeServer
    Disconnect-Lake
}

Describe 'Start-LakeServer' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }
    AfterEach { Stop-LakeServer }

    It 'serves the lake in a folder to other clients' {
        $server = Start-LakeServer -Local $folder -PassThru
        $server | Should -BeOfType ([LakeTools.LakeServer])
        $server.Uri.Host | Should -Be '127.0.0.1'
        $server.Port | Should -Be $server.Uri.Port
        $server.LocalPath | Should -Be $folder
        $server.Principal | Should -Be 'arn:aws:iam::000000000000:role/LakeAdmin'
        New-GlueDatabase sales -Connection (Connect-Lake -Local $folder -PassThru)
        (Get-GlueDatabase -Connection (Connect-Server $server)).Name | Should -Be 'sales'
    }

    It 'emits nothing without -PassThru' {
        Start-LakeServer -Local $folder -InformationVariable said 6> $null | Should -BeNullOrEmpty
        "$said" | Should -BeLike "*$((Start-LakeServer -Local $folder -PassThru).Uri)*"
    }

    It 'serves the lake of the connection' {
        Connect-Lake -Local $folder
        (Start-LakeServer -PassThru).LocalPath | Should -Be $folder
    }

    It 'serves the lake of -Connection' {
        $lake = Connect-Lake -Local $folder -PassThru
        Connect-Lake -Local (Join-Path $TestDrive other)
        (Start-LakeServer -Connection $lake -PassThru).LocalPath | Should -Be $folder
    }

    It 'gives keys of the account of the connection <how>' -ForEach @(
        @{ how = 'from the pipeline'; start = { $lake | Start-LakeServer -PassThru } }
        @{ how = 'of -Connection'; start = { Start-LakeServer -Connection $lake -PassThru } }
        @{ how = 'from the pipeline, for a role'; start = { $lake | Start-LakeServer -As role/LakeAdmin -PassThru } }
    ) {
        $null = New-GlueDatabase first -Connection (Connect-Lake -Local $folder -NoDefault)
        $lake = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault
        $null = New-GlueDatabase second -Connection $lake
        $server = & $start
        $server.Principal | Should -Be 'arn:aws:iam::222222222222:role/LakeAdmin'
        (Get-GlueDatabase -Connection (Connect-Server $server)).Name | Should -Be 'second'
    }

    It 'refuses a principal of another account than that of the connection' {
        $lake = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault
        { $lake | Start-LakeServer -As arn:aws:iam::000000000000:role/LakeAdmin -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.PrincipalOfOtherAccount,$command.StartLakeServerCommand"
    }

    It 'is in the account of the principal where a folder is named' {
        $server = Start-LakeServer -Local $folder -As arn:aws:iam::222222222222:role/LakeAdmin -PassThru
        (Test-LakeConnection -Connection (Connect-Server $server)).AccountId | Should -Be '222222222222'
    }

    It 'gives the keys of whom it is asked for' {
        $server = Start-LakeServer -Local $folder -As role/analyst -PassThru
        $server.Principal | Should -Be 'arn:aws:iam::000000000000:role/analyst'
        New-GlueDatabase sales -Connection (Connect-Lake -Local $folder -PassThru)
        Get-GlueDatabase -Connection (Connect-Server $server) | Should -BeNullOrEmpty
    }

    It 'says where it runs when it is started again' {
        $first = Start-LakeServer -Local $folder -PassThru
        $second = Start-LakeServer -Local $folder -PassThru
        $second.Port | Should -Be $first.Port
        $second.AccessKey | Should -Be $first.AccessKey
    }

    It 'shows its secret nowhere' {
        $server = Start-LakeServer -Local $folder -PassThru
        $secret = $server.SecretKey | ConvertFrom-SecureString -AsPlainText
        $secret.Length | Should -BeGreaterThan 20
        foreach ($text in ($server | Out-String), ($server | Format-List | Out-String), ($server | ConvertTo-Json), "$server") {
            $text.Contains($secret) | Should -BeFalse
        }
    }

    It 'refuses a port that another lake has' {
        $server = Start-LakeServer -Local $folder -PassThru
        { Start-LakeServer -Local (Join-Path $TestDrive second) -Port $server.Port -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.ServerNotStarted,$command.StartLakeServerCommand"
    }

    It 'refuses a second port for one lake' {
        $server = Start-LakeServer -Local $folder -PassThru
        { Start-LakeServer -Local $folder -Port ($server.Port -bxor 1) -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.ServerNotStarted,$command.StartLakeServerCommand"
    }

    It 'refuses a connection that is none to an embedded lake, from the pipeline' {
        $aws = Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey none -Region us-east-1 -NoDefault
        { $aws | Start-LakeServer -ErrorAction Stop } | Should -Throw
    }

    It 'refuses a connection that is none to an embedded lake' {
        $aws = Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-central-1 -PassThru
        { Start-LakeServer -Connection $aws -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.LakeNotEmbedded,$command.StartLakeServerCommand"
        { Stop-LakeServer -Connection $aws -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.LakeNotEmbedded,$command.StopLakeServerCommand"
    }

    It 'starts nothing with -WhatIf' {
        Start-LakeServer -Local $folder -WhatIf
        $folder | Should -Not -Exist
    }
}

Describe 'Stop-LakeServer' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }
    AfterEach { Stop-LakeServer }

    It 'closes the port and leaves the lake open' {
        $server = Start-LakeServer -Local $folder -PassThru
        $local = Connect-Lake -Local $folder -PassThru
        $remote = Connect-Server $server
        Stop-LakeServer -Local $folder
        { Get-GlueDatabase -Connection $remote -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        Get-GlueDatabase -Connection $local | Should -BeNullOrEmpty
    }

    It 'stops what comes down the pipeline, and leaves the others' {
        $one = Start-LakeServer -Local $folder -PassThru
        $two = Start-LakeServer -Local "$folder-two" -PassThru
        $one | Stop-LakeServer
        { Stop-LakeServer -Local $folder -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.ServerNotFound,$command.StopLakeServerCommand"
        (Start-LakeServer -Local "$folder-two" -PassThru).Port | Should -Be $two.Port
    }

    It 'stops all, and has nothing against there being none' {
        Start-LakeServer -Local $folder
        Stop-LakeServer
        Stop-LakeServer -ErrorAction Stop
        { Stop-LakeServer -Local $folder -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ServerNotFound,*'
    }

    It 'frees the port for the lake that comes into the folder next' {
        $server = Start-LakeServer -Local $folder -PassThru
        Remove-Item $folder -Recurse -Force
        (Start-LakeServer -Local $folder -Port $server.Port -PassThru).Port | Should -Be $server.Port
    }

    It 'stops nothing with -WhatIf' {
        Start-LakeServer -Local $folder
        Stop-LakeServer -WhatIf
        Stop-LakeServer -Local $folder -ErrorAction Stop
    }
}
