import { nativeImage, type NativeImage } from 'electron';

/** The sign of the program, 32 pixels square, as PNG; in the code so that it is there wherever the program is put. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAADbElEQVR4nMSXXUhUQRTH/3PdLL/arOxLk0z7sA8yKtwIao2ih8q1' +
  'l8jqybciKCwKCgpJol4keggiEioieijcFQlf8iMSxc9oyTB11TJxQ9f12931TmeuJK6r964rqz+43LlnZjhnzpwz94wOM5CQbj4c' +
  'Iklp4PJBzpDKwFYgADh4H+OoksEqOOelNoupfPoYNvUj0VSwkTHpKTVPIQhwoECWQq7ZPpxs9zbAWKJLXNGfzTi7S5IIBBOOIc74' +
  'vZZfsU9Qu98tCVnC8v4dZMn9oCsXkA5aaE7SRnu8+CQDuCQx9pp6QrFQkBGcu18K3Swpo9BIjRIsCiyNPCAbsVhwbtBRUBi8c2Hu' +
  'JMZFwrB7NVxuGWW13bA7xvyaRylu0HGwlPnoP5MWh4dX9kKSJr5HXeM4f6cC35r7tCfT4ikGLFxtzNEDaxEdNXt8Xr+YjJjopV6y' +
  'r00OvC1uR49zDKW1dqihU+vURy7BrkS92hCs1PsaF7smnJ4w5an74UD/kBsBGeAcdMPa4lT1QK/T5eOBTvswPSOKB9SUaxog+FTd' +
  'rdpPhwhyL+3xioGc51b/YoDQjIEJJcDVc9tx+nCs4o2axl7kvrCivWtI6RdZcGhPDIZGPPhcb/c7C/wyICJMh7PH4nE7a6eX/Hur' +
  'E5cf1ahNhaN/DMOj46pjVLdgWWgIstI347hhvU/fjs16ZJ6IV3J/Njgt7dn7Zrg8s4+RsMioekAEVL6lFYPDHiRP24KmjgHK9Q61' +
  '6coWqK1e0wCBCKxXRTZERSxBhjFuMggf5FuVdPvP0lAJR/evxYaYcErdPlRZe+APfmWBFpEUqOa8I4hfFz4pM5f9xo3H9ZpzNT2g' +
  'dRQLUnet8lIuMB2JQ3mdHZbyTgRsgD9HsSAhNnJG+aGUGOVfENSjWGDrHETK1mgf+ZeGv8E/igXFlV3Yl7zKJwa03C9gSSZzJRhL' +
  'xTwJKAs4rxIFSQMVJPM2YMwl42NF15zmUEVUKXHOGrBYyGSAZ5y9o9LIhgWGrm1tI1yySB1FpxweyJkkcmHB4G4+zs7+KTw9rPyM' +
  '2swZ4gJ5CwsE6brZWpheLdpeBXFSupnKW/aGmskIDo2Q+YVmi2nyjPapyDcZS5bp9APZYDyFAnQbvbfQ9TwMAUD7PEKh/pOBN5Gq' +
  'eo8zKq+tNG106ph/AAAA///qplGAAAAABklEQVQDAMJpXQO7PM/vAAAAAElFTkSuQmCC';

/** The picture beside the clock. */
export function trayIcon(): NativeImage {
  return nativeImage.createFromDataURL(`data:image/png;base64,${PNG}`);
}
