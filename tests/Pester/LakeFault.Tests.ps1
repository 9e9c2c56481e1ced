BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Connection'
}

AfterAll {
    Stop-LakeServer
    Disconnect-Lake
}

Describe 'Connect-Lake -Fault' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }

    It 'strikes by a kind alone whatever is asked' {
        $lake = Connect-Lake -Local $folder -Fault Throttle -PassThru
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
        { Get-LakeSecretInfo -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
        $lake.FaultCount | Should -Be 6
    }

    It 'gives <Kind> as <Id>' -ForEach @(
        @{ Kind = 'Throttle'; Id = 'Throttled' }
        @{ Kind = 'ServerError'; Id = 'ServiceError' }
        @{ Kind = 'ConcurrentModification'; Id = 'RequestConflict' }
        @{ Kind = 'Reset'; Id = 'ConnectionLost' }
        @{ Kind = 'LostAnswer'; Id = 'ConnectionLost' }
        @{ Kind = 'CutAnswer'; Id = 'ConnectionLost' }
    ) {
        $null = Connect-Lake -Local $folder -Fault $Kind
        { New-GlueDatabase sales -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,*"
    }

    It 'passes what is tried again' {
        $lake = Connect-Lake -Local $folder -Fault @{ kind = 'throttle'; count = 2 } -PassThru
        New-GlueDatabase sales
        (Get-GlueDatabase).Name | Should -Be 'sales'
        $lake.FaultCount | Should -Be 2
    }

    It 'strikes by script and by name' {
        $lake = Connect-Lake -Local $folder -MaxRetry 0 -PassThru -Fault @{ Kind = 'Reset'; Service = 'Glue'; Operation = 'get*bases'; Skip = 1; Count = 1 }
        $null = New-GlueDatabase sales
        $null = Get-GlueDatabase
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        (Get-GlueDatabase).Name | Should -Be 'sales'
        $lake.FaultCount | Should -Be 1
    }

    It 'strikes this connection alone' {
        $bad = Connect-Lake -Local $folder -Fault Reset -NoDefault
        $good = Connect-Lake -Local $folder -PassThru
        Get-GlueDatabase -Connection $good | Should -BeNullOrEmpty
        { Get-GlueDatabase -Connection $bad -ErrorAction Stop } | Should -Throw
        $good.FaultCount | Should -Be 0
    }

    It 'takes seconds and times for -Fault''s Delay' -ForEach @(@{ Delay = 0.05 }, @{ Delay = [timespan]::FromMilliseconds(50) }, @{ Delay = '00:00:00.05' }) {
        $lake = Connect-Lake -Local $folder -PassThru -Fault @{ Kind = 'Slow'; Delay = $Delay }
        Get-GlueDatabase | Should -BeNullOrEmpty
        $lake.FaultCount | Should -Be 1
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'an unknown kind'; Fault = 'Throtle'; Id = 'FaultUnknown' }
        @{ Name = 'a number as a kind'; Fault = 1; Id = 'FaultUnknown' }
        @{ Name = 'no kind'; Fault = @{ Service = 'glue' }; Id = 'FaultUnknown' }
        @{ Name = 'an unknown key'; Fault = @{ Kind = 'Slow'; Dely = 1 }; Id = 'FaultKeyUnknown' }
        @{ Name = 'a rate above 1'; Fault = @{ Kind = 'Reset'; Rate = 2 }; Id = 'FaultInvalid' }
        @{ Name = 'a rate of 0'; Fault = @{ Kind = 'Reset'; Rate = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a rate that is no number'; Fault = @{ Kind = 'Reset'; Rate = 'often' }; Id = 'FaultInvalid' }
        @{ Name = 'a count of 0'; Fault = @{ Kind = 'Reset'; Count = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a negative skip'; Fault = @{ Kind = 'Reset'; Skip = -1 }; Id = 'FaultInvalid' }
        @{ Name = 'no delay'; Fault = @{ Kind = 'Slow'; Delay = 0 }; Id = 'FaultInvalid' }
        @{ Name = 'a day''s delay'; Fault = @{ Kind = 'Slow'; Delay = [timespan]::FromDays(1) }; Id = 'FaultInvalid' }
        @{ Name = 'a service that there is not'; Fault = @{ Kind = 'Reset'; Service = 'dynamodb' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'an operation that there is not'; Fault = @{ Kind = 'Reset'; Operation = 'GetTabel' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'another service''s operation'; Fault = @{ Kind = 'Reset'; Service = 's3'; Operation = 'GetTable' }; Id = 'FaultTargetUnknown' }
        @{ Name = 'a conflict where there are none'; Fault = @{ Kind = 'ConcurrentModification'; Service = 's3' }; Id = 'FaultNeverStrikes' }
        @{ Name = 'a bad one among good ones'; Fault = 'Reset', @{ Kind = 'Slow'; Delay = 'long' }; Id = 'FaultInvalid' }
    ) {
        { Connect-Lake -Local $folder -Fault $Fault } | Should -Throw -ErrorId "LakeTools.$Id,$command.ConnectLakeCommand"
        $folder | Should -Not -Exist
    }
}

Describe 'Start-LakeServer -Fault' {
    BeforeAll {
        function Connect-Server($Server) {
            Connect-Lake -EndpointUrl $Server.Uri -AccessKey $Server.AccessKey -SecretKey $Server.SecretKey -Region $Server.Region -MaxRetry 0 -NoDefault
        }
    }
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }
    AfterEach { Stop-LakeServer }

    It 'strikes the server''s clients, and counts' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault ServerError
        { Get-GlueDatabase -Connection (Connect-Server $server) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ServiceError,*'
        Get-GlueDatabase -Connection (Connect-Lake -Local $folder -NoDefault) | Should -BeNullOrEmpty
        $server.FaultCount | Should -Be 1
    }

    It 'loses an answer after its effect' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault @{ Kind = 'LostAnswer'; Operation = 'CreateDatabase'; Count = 1 }
        $null = New-GlueDatabase sales -Connection (Connect-Server $server) -ErrorAction Ignore
        $server.FaultCount | Should -Be 1
        (Get-GlueDatabase -Connection (Connect-Server $server)).Name | Should -Be 'sales'
    }

    It 'keeps its faults when it is asked where it runs, and ends them when told to' {
        $server = Start-LakeServer -Local $folder -PassThru -Fault Reset
        { Get-GlueDatabase -Connection (Connect-Server $server) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        (Start-LakeServer -Local $folder -PassThru).FaultCount | Should -BeGreaterThan 0
        $healed = Start-LakeServer -Local $folder -PassThru -Fault @()
        Get-GlueDatabase -Connection (Connect-Server $server) | Should -BeNullOrEmpty
        $healed.FaultCount | Should -Be 0
    }

    It 'refuses a bad fault and starts nothing' {
        { Start-LakeServer -Local $folder -Fault Throtle -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.FaultUnknown,$command.StartLakeServerCommand"
        $folder | Should -Not -Exist
    }
}
